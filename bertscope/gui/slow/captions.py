"""What is said of each scene: a heading and a sentence or two with the step's own numbers."""

from collections.abc import Callable

from bertscope.gui.language import marked, plural, tr
from bertscope.gui.slow.story import Scene, Story
from bertscope.gui.wording import ANSWERS, loss, number, percent, plain_percent
from bertscope.text.masking import Action

HEADINGS = {
    Scene.PAIR: marked("Take a pair"),
    Scene.CHOOSE: marked("Choose tokens"),
    Scene.MASK: marked("Mask them: 80 / 10 / 10"),
    Scene.EMBED: marked("Look up three embeddings"),
    Scene.ADD: marked("Add them"),
    Scene.ENCODE: marked("Encode, layer by layer"),
    Scene.PREDICT: marked("Predict"),
    Scene.LOSSES: marked("Two losses"),
    Scene.TOTAL: marked("Add the losses"),
    Scene.GRADIENT: marked("Follow the slope back"),
    Scene.UPDATE: marked("Move every weight a little"),
    Scene.AFTER: marked("Look again"),
}


def caption(scene: Scene, story: Story) -> str:
    """What is said of a scene."""
    return _CAPTIONS[scene](story).replace(" %", "\u00a0%")  # A line doesn't end between them.


def _pair(story: Story) -> str:
    told, count = story.told, len(story)
    if told.own:
        words = [tr("Your own pair: {count} tokens with [CLS] and [SEP].", count=count)]
    else:
        row = marked("Row {row} of {rows} in the batch: {count} tokens with [CLS] and [SEP].")
        words = [tr(row, row=told.row + 1, rows=told.rows, count=count)]
    if not story.has_b:
        words.append(tr("There is no sentence B."))
    elif told.nsp_label:
        says = marked("B does not follow A: it comes from elsewhere; the label for C is {label}.")
        words.append(tr(says, label=ANSWERS[1]))
    else:
        words.append(tr("B follows A; the label for C is {label}.", label=ANSWERS[0]))
    return " ".join(words)


def _choose(story: Story) -> str:
    chosen, of = len(story.masked), story.maskable
    share, rate = plain_percent(chosen / max(1, of)), plain_percent(story.rule.rate)
    if story.told.own:
        words = marked(
            "{chosen} of {of} tokens are chosen, {share}. Only there the model has to say what "
            "stood there."
        )
    else:
        words = marked(
            "{chosen} of {of} tokens are chosen, {share}; the rule says {rate}. Only there the "
            "model has to say what stood there, and it does not see which they are."
        )
    return tr(words, chosen=chosen, of=of, share=share, rate=rate)


def _mask(story: Story) -> str:
    if not story.masked:
        return tr("Nothing is chosen in this pair, so masked LM has nothing to learn here.")
    mask, random, keep = (story.count(action) for action in Action)
    rule = story.rule
    shares = ", ".join(plain_percent(share) for share in (rule.mask, rule.random, rule.keep))
    if story.told.own:
        words = marked(
            "{mask} become [MASK], {random} a random token, {keep} stay as they are. BERT's rule "
            "would draw 80 %, 10 % and 10 %."
        )
    else:
        words = marked(
            "{mask} become [MASK], {random} a random token, {keep} stay as they are; drawn with "
            "chances of {shares}."
        )
    return tr(words, mask=mask, random=random, keep=keep, shares=shares)


def _embed(story: Story) -> str:
    return tr(
        "Each token takes three rows of {width} numbers: one for its word, one for its sentence, "
        "A or B, and one for its place.",
        width=_width(story),
    )


def _add(story: Story) -> str:
    return tr(
        "The three rows are added, number by number: {width} numbers a token go in.",
        width=_width(story),
    )


def _encode(story: Story) -> str:
    return tr(
        "In each of {layers} layers every token looks at all others and takes from them what it "
        "needs. On top stand T, one for each token, and C at [CLS].",
        layers=story.told.before.layers,
    )


def _predict(story: Story) -> str:
    words, count = [], len(story.guesses)
    if count:
        right = sum(guess.before.rank == 1 for guess in story.guesses)
        words.append(
            plural(
                "At the chosen place the model gives every word a probability: {right} of "
                "{count} right at first guess.",
                "At the {count} chosen places the model gives every word a probability: {right} "
                "of {count} right at first guess.",
                count,
                right=right,
            )
        )
    said = story.told.before.next_sentence
    if said and story.has_b:
        share = percent(said.is_next)
        words.append(tr("From C it says that B follows with {share}.", share=share))
    return " ".join(words)


def _losses(story: Story) -> str:
    look, words = story.told.before, []
    if look.mlm_loss is not None:
        mlm = marked("Masked LM: the mean of −ln p of what stood there, {loss} nats.")
        words.append(tr(mlm, loss=loss(look.mlm_loss)))
    if look.nsp_loss is not None:
        nsp = marked("Next sentence: −ln p of the right answer, {loss} nats.")
        words.append(tr(nsp, loss=loss(look.nsp_loss)))
    return " ".join(words)


def _total(story: Story) -> str:
    told = story.told
    if told.own:
        return tr("What is to become smaller is their sum, {loss} nats.", loss=loss(told.loss))
    return tr(
        "All {rows} pairs of the batch together: {mlm} and {nsp}. What is to become smaller is "
        "their sum, {loss} nats.",
        rows=told.rows,
        mlm=loss(told.mlm_loss),
        nsp=loss(told.nsp_loss),
        loss=loss(told.loss),
    )


def _gradient(story: Story) -> str:
    told = story.told
    words = marked(
        "Backwards through the model the chain rule tells for every weight how the loss changes "
        "with it. All slopes together have length {length}."
    )
    if told.clip < told.gradient:
        words = marked(
            "Backwards through the model the chain rule tells for every weight how the loss "
            "changes with it. All slopes together have length {length}, cut to {clip}."
        )
    return tr(words, length=number(told.gradient), clip=number(told.clip, 1))


def _update(story: Story) -> str:
    told = story.told
    words = marked(
        "{parameters:,} weights move against their slopes. AdamW moves them at rate {rate:.2g}."
    )
    if told.optimizer == "muon":
        words = marked(
            "{parameters:,} weights move against their slopes. Muon moves the encoder's matrices "
            "at rate {matrix_rate:.2g}, AdamW the rest at {rate:.2g}."
        )
    return tr(
        words,
        parameters=sum(group.parameters for group in told.groups),
        rate=told.learning_rate,
        matrix_rate=told.matrix_learning_rate,
    )


def _after(story: Story) -> str:
    told, words = story.told, []
    if story.guesses:
        better = sum(
            guess.after.original_probability > guess.before.original_probability
            for guess in story.guesses
        )
        said = marked("With the new weights {better} of {count} masked words are more probable.")
        words.append(tr(said, better=better, count=len(story.guesses)))
    before, after = _row_loss(story, after=False), _row_loss(story, after=True)
    said = marked("The loss of this pair: {before} before, {after} after.")
    words.append(tr(said, before=loss(before), after=loss(after)))
    if told.own:
        words.append(tr("A copy of the model has learned this; yours is as it was."))
    else:
        words.append(tr("Step {step:,} is done.", step=told.step))
    return " ".join(words)


def _row_loss(story: Story, *, after: bool) -> float:
    told = story.told
    look = told.after if after else told.before
    return told.mlm_weight * (look.mlm_loss or 0.0) + told.nsp_weight * (look.nsp_loss or 0.0)


def _width(story: Story) -> int:
    return story.told.before.sum.shape[1]


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
