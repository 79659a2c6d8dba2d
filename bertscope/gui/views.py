"""Every view of the window, made once."""

from bertscope.gui.attention.controls import AttentionControls
from bertscope.gui.attention.view import AttentionView
from bertscope.gui.canvas import Canvas
from bertscope.gui.closer.layers_view import LayersView
from bertscope.gui.closer.map_controls import MapControls
from bertscope.gui.closer.map_view import MapView
from bertscope.gui.closer.vector_view import VectorView
from bertscope.gui.compare.heads_view import HeadsView
from bertscope.gui.figure.controls import FigureControls
from bertscope.gui.figure.view import FigureView
from bertscope.gui.masks.bar import MaskBar
from bertscope.gui.masks.rolls_view import RollsControls, RollsView
from bertscope.gui.outputs.distribution_view import DistributionView
from bertscope.gui.outputs.objective import ObjectiveView
from bertscope.gui.outputs.predictions import PredictionControls, PredictionsView
from bertscope.gui.outputs.verdict import VerdictControls, VerdictView
from bertscope.gui.run.training import Training
from bertscope.gui.run.transport import Transport
from bertscope.gui.sentences import SentenceBar
from bertscope.gui.session import Session
from bertscope.gui.showing import Group
from bertscope.gui.task.answer_controls import AnswerControls
from bertscope.gui.task.answer_view import AnswerView
from bertscope.gui.task.attribution_controls import AttributionControls
from bertscope.gui.task.attribution_view import AttributionView
from bertscope.gui.task.results_controls import ResultsControls
from bertscope.gui.task.results_judge import Judge
from bertscope.gui.task.results_view import ResultsView
from bertscope.gui.task.worth_controls import WorthControls
from bertscope.gui.task.worth_measure import Worth
from bertscope.gui.task.worth_view import WorthView
from bertscope.gui.theme import Appearance


class Views:
    """The views and their controls; they know the session, and none knows another."""

    def __init__(
        self,
        session: Session,
        training: Training,
        judge: Judge,
        worth: Worth,
        appearance: Appearance,
    ) -> None:
        self.sentences = SentenceBar(session)
        self.figure = FigureView(session, appearance)
        self.figure_controls = FigureControls(session)
        self.mask_bar = MaskBar(session, appearance)
        self.predictions = PredictionsView(session, appearance)
        self.prediction_controls = PredictionControls(session, appearance)
        self.verdict = VerdictView(session, appearance)
        self.verdict_controls = VerdictControls(session)
        self.objective = ObjectiveView(session, appearance)
        self.answer = AnswerView(session, appearance)
        self.answer_controls = AnswerControls(session)
        self.attribution = AttributionView(session, appearance)
        self.attribution_controls = AttributionControls(session)
        self.attention = AttentionView(session, appearance)
        self.attention_controls = AttentionControls(session, appearance)
        self.heads = HeadsView(session, appearance)
        self.layers = LayersView(session, appearance)
        self.map = MapView(session, appearance)
        self.map_controls = MapControls(session, appearance)
        self.vector = VectorView(session, appearance)
        self.distribution = DistributionView(session, appearance)
        self.rolls = RollsView(session, appearance)
        self.rolls_controls = RollsControls(session)
        self.results = ResultsView(session, judge, appearance)
        self.results_controls = ResultsControls(session, judge)
        self.worth = WorthView(worth, appearance)
        self.worth_controls = WorthControls(worth)
        self.transport = Transport(training, appearance)

    @property
    def scrolling(self) -> dict[str, Canvas]:
        """Those that can be wider or higher than they are seen, by the name of their panel."""
        return {
            "input": self.figure,
            "predictions": self.predictions,
            "answer": self.answer,
            "attribution": self.attribution,
            "attention": self.attention,
            "heads": self.heads,
            "layers": self.layers,
            "vector": self.vector,
            "rolls": self.rolls,
            "results": self.results.matrix,
        }

    @property
    def groups(self) -> tuple[Group, ...]:
        """Who is shown a look at the model; those of a group change together."""
        return (
            (self.figure,),
            (self.predictions, self.verdict, self.objective, self.answer, self.answer_controls),
            (self.attention, self.attention_controls, self.heads),
            (self.attribution, self.layers, self.map, self.vector, self.distribution),
        )
