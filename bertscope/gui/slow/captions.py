"""What is said of each scene: a heading and a sentence or two with the step's own numbers."""

from collections.abc import Callable

from bertscope.gui.slow.story import Scene, Story
from bertscope.gui.wording import ANSWERS, loss, number, percent, plain_percent
from bertscope.text.masking import Action

HEADINGS = {
    Scene.PAIR: "Take a pair",
    Scene.CHOOSE: "Choose tokens",
    Scene.MASK: "Mask them: 80 / 10 / 10",
    Scene.EMBED: "Look up three embeddings",
    Scene.ADD: "Add them",
    Scene.ENCODE: "Encode, layer by layer",
    Scene.PREDICT: "Predict",
    Scene.LOSSES: "Two losses",
    Scene.TOTAL: "Add the losses",
    Scene.GRADIENT: "Follow the slope back",
    Scene.UPDATE: "Move every weight a little",
    Scene.AFTER: "Look again",
}


def caption(scene: Scene, story: Story) -> str:
    """What is said of a scene."""
    return _CAPTIONS[scene](story).replace(" %", "\u00a0%")  # A line doesn't end between them.


def _pair(story: Story) -> str:
    told = story.told
    whose = "Your own pair" if told.own else f"Row {told.row + 1} of {told.rows} in the batch"
    words = f"{whose}: {len(story)} tokens with [CLS] and [SEP]."
    if not story.has_b:
        return f"{words} There is no sentence B."
    follows = "does not follow A: it comes from elsewhere" if told.nsp_label else "follows A"
    return f"{words} B {follows}; the label for C is {ANSWERS[told.nsp_label or 0]}."


def _choose(story: Story) -> str:
    chosen, of = len(story.masked), story.maskable
    share = plain_percent(chosen / max(1, of))
    words = f"{chosen} of {of} tokens are chosen, {share}"
    if story.told.own:
        return f"{words}. Only there the model has to say what stood there."
    nominal = plain_percent(story.rule.rate)
    return (
        f"{words}; the rule says {nominal}. Only there the model has to say what stood there, and "
        "it does not see which they are."
    )


def _mask(story: Story) -> str:
    if not story.masked:
        return "Nothing is chosen in this pair, so masked LM has nothing to learn here."
    mask, random, keep = (story.count(action) for action in Action)
    words = f"{mask} become [MASK], {random} a random token, {keep} stay as they are"
    if story.told.own:
        return f"{words}. BERT's rule would draw 80 %, 10 % and 10 %."
    shares = ", ".join(
        plain_percent(share) for share in (story.rule.mask, story.rule.random, story.rule.keep)
    )
    return f"{words}; drawn with chances of {shares}."


def _embed(story: Story) -> str:
    return (
        f"Each token takes three rows of {_width(story)} numbers: one for its word, one for its "
        "sentence, A or B, and one for its place."
    )


def _add(story: Story) -> str:
    return f"The three rows are added, number by number: {_width(story)} numbers a token go in."


def _encode(story: Story) -> str:
    layers = story.told.before.layers
    return (
        f"In each of {layers} layers every token looks at all others and takes from them what it "
        f"needs. On top stand T, one for each token, and C at [CLS]."
    )


def _predict(story: Story) -> str:
    words = []
    if story.guesses:
        best = [g for g in story.guesses if g.before.rank == 1]
        words.append(
            f"At {_places(len(story.guesses))} the model gives every word a probability: "
            f"{len(best)} of {len(story.guesses)} right at first guess."
        )
    said = story.told.before.next_sentence
    if said and story.has_b:
        share = percent(said.is_next)
        words.append(f"From C it says that B follows with {share}.")
    return " ".join(words)


def _losses(story: Story) -> str:
    look, words = story.told.before, []
    if look.mlm_loss is not None:
        words.append(
            f"Masked LM: the mean of −ln p of what stood there, {loss(look.mlm_loss)} nats."
        )
    if look.nsp_loss is not None:
        words.append(f"Next sentence: −ln p of the right answer, {loss(look.nsp_loss)} nats.")
    return " ".join(words)


def _total(story: Story) -> str:
    told = story.told
    if told.own:
        return f"What is to become smaller is their sum, {loss(told.loss)} nats."
    return (
        f"All {told.rows} pairs of the batch together: {loss(told.mlm_loss)} and "
        f"{loss(told.nsp_loss)}. What is to become smaller is their sum, {loss(told.loss)} nats."
    )


def _gradient(story: Story) -> str:
    told = story.told
    words = (
        "Backwards through the model the chain rule tells for every weight how the loss changes "
        f"with it. All slopes together have length {number(told.gradient)}"
    )
    if told.clip < told.gradient:
        return f"{words}, cut to {number(told.clip, 1)}."
    return f"{words}."


def _update(story: Story) -> str:
    told = story.told
    parameters = sum(group.parameters for group in told.groups)
    if told.optimizer == "muon":
        rates = (
            f"Muon moves the encoder's matrices at rate {told.matrix_learning_rate:.2g}, AdamW the "
            f"rest at {told.learning_rate:.2g}"
        )
    else:
        rates = f"AdamW moves them at rate {told.learning_rate:.2g}"
    return f"{parameters:,} weights move against their slopes. {rates}."


def _after(story: Story) -> str:
    told, words = story.told, []
    changes = [
        (guess.after.original_probability, guess.before.original_probability)
        for guess in story.guesses
    ]
    if changes:
        better = sum(after > before for after, before in changes)
        words.append(
            f"With the new weights {better} of {len(changes)} masked words are more probable."
        )
    before, after = _row_loss(story, after=False), _row_loss(story, after=True)
    words.append(f"The loss of this pair: {loss(before)} before, {loss(after)} after.")
    words.append(
        "A copy of the model has learned this; yours is as it was."
        if told.own
        else f"Step {told.step:,} is done."
    )
    return " ".join(words)


def _row_loss(story: Story, *, after: bool) -> float:
    told = story.told
    look = told.after if after else told.before
    return told.mlm_weight * (look.mlm_loss or 0.0) + told.nsp_weight * (look.nsp_loss or 0.0)


def _width(story: Story) -> int:
    return story.told.before.sum.shape[1]


def _places(count: int) -> str:
    return "the chosen place" if count == 1 else f"the {count} chosen places"


_CAPTIONS: dict[Scene, Callable[[Story], str]] = {
    Scene.PAIR: _pair,
    Scene.CHOOSE: _choose,
    Scene.MASK: _mask,
    Scene.EMBED: _embed,
    Scene.ADD: _add,
    Scene.ENCODE: _encode,
    Scene.PREDICT: _predict,
    Scene.LOSSES: _losses,
    Scene.TOTAL: _total,
    Scene.GRADIENT: _gradient,
    Scene.UPDATE: _update,
    Scene.AFTER: _after,
}
