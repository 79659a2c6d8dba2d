"""The labelled data that ships: written by the tables, correct English, and fair."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations

import pytest

from bertscope import places
from bertscope.task import BUILT_IN_TASKS, Task
from bertscope.text.tasks.examples import Example, TaskData
from bertscope.text.tasks.opening import open_task
from bertscope.text.tasks.written import written_files
from bertscope.text.tokenizer import WordPieceTokenizer

PARTS = ("train", "dev", "test")
WRONG = [
    r"\ba (?!uni|use|eu|one)[aeiou]",
    r"\ban (?!hour|honest|heir)[^aeiou]",
    r"\b(?:I|we|they) (?:is|has|does)\b",
    r"\b(?:he|she|it) (?:am|are|were|have)\b",
    r"\bI (?:are|were|is)\b",
    r"\bwe (?:am|was)\b",
    r"\b(?:for|to|at|of|with|make|helped|thanked) (?:I|we|he|they)\b",
    r"(?i)\b(\w+) \1\b",
    r"[{}\[\]|\t]",
    r"^[a-z]",
    r"[^.?!]$",
]
"""What no sentence may hold: words that disagree or stand twice, and what is left of a wording."""


@pytest.fixture(scope="module")
def data() -> dict[str, TaskData]:
    return {name: open_task(Task(data=name)) for name in BUILT_IN_TASKS}


@pytest.fixture(scope="module", params=list(BUILT_IN_TASKS))
def task(request: pytest.FixtureRequest, data: dict[str, TaskData]) -> TaskData:
    return data[request.param]


def parts_of(task: TaskData) -> list[list[Example]]:
    return [task.train, task.dev, task.test]


def texts_of(task: TaskData) -> Iterator[str]:
    for part in parts_of(task):
        for example in part:
            yield from filter(None, (example.a, example.b))


def words_of(examples: list[Example]) -> Counter[str]:
    return Counter(re.findall(r"[a-z]+", " ".join(f"{e.a} {e.b}" for e in examples).lower()))


def test_shipped_files_are_exactly_what_is_written():
    folder = places.resources() / "tasks"
    files = written_files()
    shipped = {path for path in folder.glob("*/*") if path.suffix in (".tsv", ".json")}
    assert shipped == {folder / name for name in files}
    for name, text in files.items():
        assert (folder / name).read_bytes() == text.encode(), name
    assert sum(map(len, files.values())) < 2_000_000


def test_parts_are_large_and_share_nothing(task: TaskData):
    train, dev, test = (len(part) for part in parts_of(task))
    assert train >= 1000
    assert 200 <= dev <= 400
    assert 200 <= test <= 400
    # Questions recur, about other stories; the stories don't.
    told = [
        {example.b if task.name.startswith("Who") else (example.a, example.b) for example in part}
        for part in parts_of(task)
    ]
    assert not any(one & other for one, other in combinations(told, 2))
    texts = [(example.a, example.b) for part in parts_of(task) for example in part]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("name", ["feelings", "follows"])
def test_classes_are_equally_frequent(name: str, data: dict[str, TaskData]):
    for part in parts_of(data[name]):
        assert len(set(Counter(example.label for example in part).values())) == 1


def test_sentences_are_correct(task: TaskData):
    for text in texts_of(task):
        found = next((wrong for wrong in WRONG if re.search(wrong, text)), None)
        assert found is None, f"{found}: {text}"


def test_nearly_all_words_are_in_the_vocabulary_of_the_model_that_ships(task: TaskData):
    vocabulary = set(WordPieceTokenizer.load(places.default_model()).vocabulary)
    words = words_of([example for part in parts_of(task) for example in part])
    known = sum(count for word, count in words.items() if word in vocabulary)
    assert known > 0.98 * words.total()


def test_some_words_are_new_after_training(task: TaskData):
    known = words_of(task.train)
    new = {word for word in words_of(task.test) if word not in known}
    assert len(new) > 40


def test_second_sentences_alone_say_little_of_whether_they_follow(data: dict[str, TaskData]):
    """The class that each word of B stands for most often in training, and their majority."""
    task = data["follows"]
    classes: dict[str, Counter[int]] = {}
    for example in task.train:
        for word in set(re.findall(r"\w+", example.b)):
            classes.setdefault(word, Counter())[example.label] += 1

    def guess(example: Example) -> int:
        votes: Counter[int] = Counter()
        for word in re.findall(r"\w+", example.b):
            counts = classes.get(word, Counter())
            votes.update({label: count / counts.total() for label, count in counts.items()})
        return votes.most_common(1)[0][0]

    measured = task.dev + task.test
    assert sum(guess(example) == example.label for example in measured) < 0.42 * len(measured)


def test_a_third_of_the_questions_have_no_answer_whatever_they_ask(data: dict[str, TaskData]):
    examples = [example for part in parts_of(data["who-what-where"]) for example in part]
    assert sum(not example.answers for example in examples) == len(examples) // 3
    for word in ("who", "what", "where"):
        asked = [e for e in examples if re.search(rf"(?i)\b{word}\b", e.a)]
        assert len(asked) > 0.2 * len(examples)
        assert 0.15 < sum(not e.answers for e in asked) / len(asked) < 0.55


def test_answers_stand_in_their_stories(data: dict[str, TaskData]):
    for part in parts_of(data["who-what-where"]):
        for example in part:
            for answer in example.answers:
                end = answer.start + len(answer.text)
                assert example.b[answer.start : end] == answer.text
                assert not re.match(r"\w", example.b[end:])


def test_question_files_have_the_form_of_squad_2():
    for part in PARTS:
        text = (places.resources() / "tasks" / "who-what-where" / f"{part}.json").read_text("utf-8")
        file = json.loads(text)
        assert file["version"] == "v2.0"
        questions = [q for article in file["data"] for p in article["paragraphs"] for q in p["qas"]]
        assert all(q["is_impossible"] is (not q["answers"]) for q in questions)
        assert len({q["id"] for q in questions}) == len(questions)
