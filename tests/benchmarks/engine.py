"""The engine with another priority or number of threads, for comparison: run as ``python -m``."""

import sys


def command(nice: int, threads: int) -> list[str]:
    """Program and arguments of such an engine."""
    return [sys.executable, "-m", "tests.benchmarks.engine", str(nice), str(threads)]


def main(nice: int, threads: int) -> int:
    """Serve as the real one does, but with that priority and that many threads."""
    import torch

    from bertscope.engine import devices
    from bertscope.wire import server

    def use_threads(beside_window: bool) -> None:
        torch.set_num_threads(threads)

    devices.use_threads = use_threads
    server.NICENESS = nice
    return server.main()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
