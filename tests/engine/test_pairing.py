"""The dual encoder: who belongs to which words, and who is the same."""

from __future__ import annotations

import random
from dataclasses import asdict

import pytest
import torch

from storyapp.engine.pairing import PairEncoder, Pairing, PairingConfig
from storyapp.engine.text import TextEncoder
from storyapp.story.codes import CodeGrid
from storyapp.training.pairing import belongs, pair_loss, words_for
from storyapp.training.world.spec import BackdropSpec, FigureSpec

TINY = PairingConfig(codes=16, depth=2, cell_width=4, width=8, vector=8)
FOX = asdict(FigureSpec("fox", top_colour="red", accessory="hat", pose="running", expression="sad"))


def tiny() -> PairEncoder:
    torch.manual_seed(1)
    return PairEncoder(TINY)


def grid(frame: str, seed: int) -> CodeGrid:
    side = 4 if frame == "thing" else 8
    choose = random.Random(seed)
    return CodeGrid(frame, side, side, 2, tuple(choose.randrange(16) for _ in range(side * side * 2)))


def test_padding_does_not_change_what_words_say() -> None:
    net, states = tiny(), torch.randn(1, 3, 384)
    mask = torch.ones(1, 3, dtype=torch.bool)
    longer = torch.cat([states, torch.randn(1, 2, 384)], dim=1)
    padded = torch.tensor([[True, True, True, False, False]])
    assert torch.allclose(net.of_words(states, mask), net.of_words(longer, padded), atol=1e-5)


def test_a_cel_is_like_itself_and_scores_are_chances() -> None:
    pairing = Pairing(tiny(), TextEncoder())
    one, other = grid("figure", 1), grid("figure", 2)
    same, apart = pairing.likeness(one, one), pairing.likeness(one, other)
    assert 0 <= apart < same <= 1
    both = [one, grid("thing", 3)]
    scores = pairing.rank(["a fox", "a kite"], both)
    assert len(scores) == 2 and all(0 <= score <= 1 for score in scores)
    assert scores[0] == pytest.approx(max(pairing.rank(["a fox"], [cel])[0] for cel in both))
    assert pairing.rank(["a fox"], []) == [0.0]


def test_words_name_some_of_what_is_there_and_belong_to_all_that_have_it() -> None:
    everything, said = words_for("figure", FOX, random.Random(0))
    assert everything.startswith("fox, red shirt, ") and " hat, running, sad" in everything
    assert belongs(said, FOX) and not belongs(said, {**FOX, "pose": "sitting"})
    little, said = words_for("figure", FOX, random.Random(0), mention=0.0)
    assert (little, said) == ("fox", {"kind": "fox"})
    place, said = words_for("backdrop", asdict(BackdropSpec("forest", "night", "rain")), random.Random(0))
    assert place == "forest, night, rain" and belongs(said, {"setting": "forest", "time": "night", "weather": "rain"})


def test_pairs_that_belong_are_drawn_together() -> None:
    vectors = torch.eye(3)
    scale = torch.tensor([10.0, -5.0])
    right = pair_loss(scale, vectors, vectors, torch.eye(3, dtype=torch.bool))
    wrong = pair_loss(scale, vectors, vectors.roll(1, 0), torch.eye(3, dtype=torch.bool))
    assert right < 0.1 < 5 < wrong


def test_it_learns_to_tell_two_pictures_apart_by_words() -> None:
    net = tiny()
    optimizer = torch.optim.AdamW(net.parameters(), lr=3e-3)
    codes = torch.randint(16, (4, 8, 8, 2))
    states, mask = torch.randn(4, 3, 384), torch.ones(4, 3, dtype=torch.bool)
    belong = torch.eye(4, dtype=torch.bool)
    frame = torch.ones(4, dtype=torch.long)
    for _ in range(60):
        loss = pair_loss(net.meaning, net.of_words(states, mask), net.of_picture(net.features(codes, frame)), belong)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    scores = net.of_words(states, mask) @ net.of_picture(net.features(codes, frame)).t()
    assert scores.argmax(1).tolist() == [0, 1, 2, 3]
