"""The engine's serving loop: answers requests, and between them trains a little further."""

from collections.abc import Callable

from bertscope.errors import ModelError, RunError
from bertscope.places import located
from bertscope.recipe import Recipe
from bertscope.run_folder import is_run, read_recipe
from bertscope.wire import messages as m
from bertscope.wire.active_run import ActiveRun
from bertscope.wire.chores import Chores
from bertscope.wire.inbox import Inbox
from bertscope.wire.looking import Looking
from bertscope.wire.models import KeptModel, Models
from bertscope.wire.replies import model_info, ready_message, words_of
from bertscope.wire.run_list import RunList, delete_run, describe_run
from bertscope.wire.story import tell_own
from bertscope.wire.task_chores import TaskChores
from bertscope.wire.troubles import is_device_lost, is_out_of_memory, sentence_of
from bertscope.wire.watched_runs import WatchedRuns, tell_live


class EngineServer:
    """Owns the loaded models and the one run; speaks in messages.

    What nobody expected is told like what could be: in a sentence, with the traceback on stderr.
    An engine that ended over it would take the run with it.

    Parameters
    ----------
    inbox
        Where requests come from.
    send
        Takes each reply.
    """

    def __init__(self, inbox: Inbox, send: Callable[[m.Message], None]) -> None:
        self._inbox = inbox
        self._send = send
        self._models = Models()
        self._looking = Looking(self._aim)
        self._chores = Chores(self._tell_failure)
        self._watched = WatchedRuns(send)
        self._list = RunList()
        self._tasks = TaskChores(self._aim, send)
        self._run: ActiveRun | None = None
        self._ending = False

    def serve(self) -> None:
        """Answer and train until told to shut down."""
        self._send(ready_message())
        while not self._ending:
            request = self._inbox.take(self._patience())
            if request is not None:
                self._handle(request)
            else:
                self._work()

    def _patience(self) -> float | None:
        """How many seconds there is nothing to do but to answer; None for as long as it takes."""
        if self._chores:
            return 0.0
        waits = [self._watched.patience, self._run.patience if self._run else None]
        return min((wait for wait in waits if wait is not None), default=None)

    def _work(self) -> None:
        if self._chores:
            self._chores.advance()
        self._watched.advance()
        if self._run is not None:
            self._advance(self._run)

    def _handle(self, request: m.Request) -> None:
        try:
            self._answer(request)
        except Exception as error:
            self._tell_failure(getattr(request, "id", 0), error)

    def _tell_failure(self, number: int, error: Exception) -> None:
        self._send(m.Failed(number, sentence_of(error)))

    def _answer(self, request: m.Request) -> None:
        match request:
            case m.Ping():
                self._send(m.Pong(request.id))
            case m.Probe():
                self._send(self._looking.look(request))
            case m.OpenModel():
                self._open_model(request)
            case m.MapVocabulary():
                self._send(self._looking.map(request))
            case m.PickSentence():
                self._send(_picked(request))
            case m.InspectTask() | m.JudgeTask() | m.MeasureWorth() | m.StopWorth():
                self._answer_of_tasks(request)
            case m.Shutdown():
                self._ending = True
                self._end_run()
            case m.ListRuns() | m.OpenRun() | m.CloseRun() | m.DescribeRun() | m.DeleteRun():
                self._answer_of_folders(request)
            case _:
                self._answer_of_training(request)

    def _answer_of_tasks(self, request: m.Request) -> None:
        match request:
            case m.InspectTask():
                self._chores.add(request.id, self._tasks.inspect(request))
            case m.JudgeTask():
                self._chores.add(request.id, self._tasks.judge(request))
            case m.MeasureWorth() if self._run is not None:
                raise RunError(
                    "A run is at hand: reset it, then measure what pre-training is worth."
                )
            case m.MeasureWorth() if self._tasks.is_measuring:
                raise RunError("It is being measured already: stop that first.")
            case m.MeasureWorth():
                self._chores.add(request.id, self._tasks.measure(request))
            case m.StopWorth():
                self._tasks.stop_measuring()

    def _answer_of_training(self, request: m.Request) -> None:
        match request:
            case m.Train():
                self._train(request)
            case m.EndRun():
                self._end_run()
            case m.TellStep():
                self._tell_step(request)
            case m.Play() | m.Pause() | m.Change() | m.SetBudget():
                self._steer(request)

    def _answer_of_folders(self, request: m.Request) -> None:
        run = self._run
        match request:
            case m.ListRuns():
                self._chores.add(request.id, self._list.tell(request, self._send))
            case m.OpenRun(folder=folder) if run is not None and run.is_in(folder):
                self._watched.rest(request)
                self._chores.add(request.id, tell_live(request, run, self._send))
            case m.OpenRun():
                self._watched.open(request)
            case m.CloseRun(folder=folder):
                self._watched.close(folder)
            case m.DescribeRun():
                self._send(describe_run(request))
            case m.DeleteRun():
                self._delete_run(request)

    def _delete_run(self, request: m.DeleteRun) -> None:
        folder = request.folder
        if self._run is not None and self._run.is_in(folder):
            raise RunError("This run is at hand: begin or open another one, then delete it.")

        def forget() -> None:
            self._watched.close(folder)
            self._models.forget(folder)

        self._chores.add(request.id, delete_run(request, forget, self._send))

    def _open_model(self, request: m.OpenModel) -> None:
        ref = request.model
        run = self._run
        if run is not None and run.is_in(ref.folder):
            loaded = self._aim(ref).loaded
        else:
            loaded = self._models.open(ref.folder, ref.step).loaded
        self._send(m.ModelOpened(request.id, model_info(ref, loaded), words_of(loaded)))

    def _aim(self, ref: m.ModelRef) -> KeptModel:
        """The model of the run at hand, or that of a folder."""
        run = self._run
        if run is None or not run.is_in(ref.folder):
            return self._models.get(ref.folder, ref.step)
        live = run.model_at(ref.step)
        if live is None and ref.step is None:
            raise ModelError("The run's model is not built yet: wait a moment.")
        return live or self._models.get(run.folder, ref.step)

    def _tell_step(self, request: m.TellStep) -> None:
        run, folder = self._run, request.model.folder
        at_hand = run is not None and run.is_in(folder)
        if request.pair is not None:
            recipe = run.session.recipe if run and at_hand else _recipe_of(folder)
            chore = tell_own(request, request.pair, self._aim, recipe, self._send)
            self._chores.add(request.id, chore)
        elif run is not None and at_hand:
            run.tell_step(request)
        else:
            raise RunError("Only a run at hand has a next step: start one, or take this one up.")

    def _train(self, request: m.Train) -> None:
        # A run that can't begin leaves the one before it as it is.
        run = ActiveRun(request, self._send)
        self._end_run()
        self._tasks.stop_measuring()
        self._watched.finish(run.folder)
        self._models.forget(run.folder)
        self._run = run

    def _steer(self, request: m.Play | m.Pause | m.Change | m.SetBudget) -> None:
        run = self._run
        if run is None:
            raise RunError("There is no run to steer: press play to start one.")
        match request:
            case m.Play(goal=goal):
                run.play(goal)
            case m.Pause():
                run.pause()
            case m.Change(recipe=recipe):
                run.change(recipe)
            case m.SetBudget(snapshot_bytes=size):
                run.set_budget(size)

    def _end_run(self) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        self._looking.forget()
        self._models.forget(run.folder)
        try:
            run.close()
        finally:
            self._send(m.RunEnded(run.folder))
            self._watched.go_on(run.folder, told=run.has_begun)

    def _advance(self, run: ActiveRun) -> None:
        try:
            run.advance()
        except Exception as error:
            self._give_up(run, error)

    def _give_up(self, run: ActiveRun, error: Exception) -> None:
        """Tell that the run can't go on; its model can still be looked at if there is memory."""
        self._run = None
        self._looking.forget()
        self._models.forget(run.folder)
        session, short = run.session, is_out_of_memory(error)
        spent = short or is_device_lost(error)
        if session.loaded is not None and not spent:
            self._models.keep(run.folder, session.loaded, session.step)
        try:
            run.abandon()
        except Exception as more:
            self._tell_failure(0, more)
        self._watched.go_on(run.folder, told=run.has_begun)
        parts = session.trainer.micro_batch if session.trainer and short else 0
        self._send(m.RunFailed(run.folder, session.step, sentence_of(error), spent, parts))


def _recipe_of(folder: str) -> Recipe:
    """How a model of that folder would be trained."""
    path = located(folder)
    return read_recipe(path) if is_run(path) else Recipe()


def _picked(request: m.PickSentence) -> m.Sentence:
    from bertscope.text.picking import pick_sentence

    return m.Sentence(request.id, pick_sentence(request.corpus, request.seed))
