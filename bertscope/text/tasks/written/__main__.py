"""Writes the labelled data that ships."""

from bertscope import places
from bertscope.text.tasks.written import written_files

for name, text in written_files().items():
    path = places.resources() / "tasks" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
