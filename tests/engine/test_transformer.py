"""The latent Transformer: its cached context, and what dropped words and portraits must not do."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

import torch
from torch import Tensor

from storyapp.engine.transformer import Context, LatentTransformer, TransformerConfig, detail_values

WORDS = {"kind": ("fox", "bear"), "pose": ("sitting",)}
CONFIG = TransformerConfig(
    width=32, layers=3, heads=2, cell_width=16, text_width=12, codes=20, depth=2, code_dim=4, words=WORDS
)


def network(config: TransformerConfig = CONFIG) -> LatentTransformer:
    torch.manual_seed(1)
    model = LatentTransformer(config).eval()
    with torch.no_grad():
        for one in model.parameters():
            if not one.any():
                one.normal_(std=0.3)
        model.codebooks.normal_()
    return model


def inputs(batch: int = 2, side: int = 8) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(2)
    text = torch.randn((batch, 5, 12), generator=generator)
    codes = torch.randint(20, (batch, side, side, 2), generator=generator)
    portrait = torch.randint(20, (batch, 1, side, side, 2), generator=generator)
    masked = torch.rand((batch, side, side), generator=generator) < 0.5
    return text, codes, portrait, masked


def predict(model: LatentTransformer, context: Context, codes: Tensor, masked: Tensor) -> Tensor:
    with torch.no_grad():
        return model.logits(model.features(codes, masked, context), codes[..., :0])


def test_what_is_masked_does_not_reach_the_prediction() -> None:
    model, (text, codes, portrait, masked) = network(), inputs()
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)
    with torch.no_grad():
        context = model.encode_context(text, mask, frame, portrait)
    hidden = torch.where(masked[..., None], (codes + 7) % 20, codes)
    assert torch.allclose(predict(model, context, codes, masked), predict(model, context, hidden, masked), atol=1e-5)
    known = torch.where(masked[..., None], codes, (codes + 7) % 20)
    assert not torch.allclose(predict(model, context, codes, masked), predict(model, context, known, masked), atol=1e-3)


def test_blocks_and_mixes_begin_as_if_they_were_not_there() -> None:
    model, (text, codes, portrait, masked) = network(), inputs()
    torch.manual_seed(3)
    grown = LatentTransformer(replace(CONFIG, cell_blocks=2, code_hidden=8)).eval()
    assert not grown.load_state_dict(model.state_dict(), strict=False).unexpected_keys
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)

    def both(net: LatentTransformer) -> tuple[Tensor, Tensor]:
        features = net.features(codes, masked, net.encode_context(text, mask, frame, portrait))
        return net.logits(features, codes[..., :0]), net.logits(features, codes[..., :1])

    with torch.no_grad():
        for one, other in zip(both(model), both(grown), strict=True):
            assert torch.allclose(one, other, atol=1e-5)
        for name, weight in grown.named_parameters():
            if name.startswith(("cell_blocks", "code_mixes")) and not weight.any():
                weight.normal_(std=0.3)
        for one, other in zip(both(model), both(grown), strict=True):
            assert not torch.allclose(one, other, atol=1e-2)


def test_a_dropped_phrase_and_a_dropped_portrait_change_nothing() -> None:
    model, (text, codes, portrait, masked) = network(), inputs()
    frame, nothing = torch.ones(2, dtype=torch.long), torch.zeros(2, 5, dtype=torch.bool)
    absent = torch.zeros(2, 1, dtype=torch.bool)
    with torch.no_grad():
        one = model.encode_context(text, nothing, frame, portrait, absent)
        other = model.encode_context(text * 3 + 1, nothing, frame, (portrait + 5) % 20, absent)
    assert torch.allclose(predict(model, one, codes, masked), predict(model, other, codes, masked), atol=1e-5)


def test_words_and_portrait_do_reach_the_prediction() -> None:
    model, (text, codes, portrait, masked) = network(), inputs()
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)
    with torch.no_grad():
        base = predict(model, model.encode_context(text, mask, frame, portrait), codes, masked)
        words = predict(model, model.encode_context(text + 1, mask, frame, portrait), codes, masked)
        other = predict(model, model.encode_context(text, mask, frame, (portrait + 3) % 20), codes, masked)
    assert (base - words).abs().max() > 1e-3
    assert (base - other).abs().max() > 1e-3


def test_further_portraits_count_but_not_as_the_first() -> None:
    model, (text, codes, portrait, masked) = network(), inputs()
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)
    both = torch.cat([portrait, (portrait + 3) % 20], dim=1)
    first_alone = torch.tensor([[True, False]] * 2)
    with torch.no_grad():
        one = predict(model, model.encode_context(text, mask, frame, portrait), codes, masked)
        two = predict(model, model.encode_context(text, mask, frame, both), codes, masked)
        turned = predict(model, model.encode_context(text, mask, frame, both.flip(1)), codes, masked)
        dropped = predict(model, model.encode_context(text, mask, frame, both, first_alone), codes, masked)
    assert (one - two).abs().max() > 1e-3
    assert (two - turned).abs().max() > 1e-3
    assert torch.allclose(one, dropped, atol=1e-5)


def test_details_reach_the_prediction_and_open_ones_are_as_good_as_none() -> None:
    model, (text, codes, portrait, masked) = network(), inputs()
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)
    told = detail_values([{"skin": 3, "sway": 0}, {}], [{"kind": "bear"}, {}], WORDS)
    assert told.tolist() == [[4, 0, 0, 0, 1, 0, 0, 0, 2, 0], [0] * 10]
    with torch.no_grad():
        open_ = predict(model, model.encode_context(text, mask, frame, portrait, None, told * 0), codes, masked)
        base = predict(model, model.encode_context(text, mask, frame, portrait, None, told), codes, masked)
    assert (base[0] - open_[0]).abs().max() > 1e-3
    assert torch.allclose(base[1], open_[1], atol=1e-5)


def test_one_network_takes_every_grid() -> None:
    model = network()
    for rows, columns in ((8, 8), (16, 16), (16, 24), (24, 16)):
        codes = torch.zeros((1, rows, columns, 2), dtype=torch.long)
        with torch.no_grad():
            context = model.encode_context(
                torch.zeros(1, 5, 12), torch.ones(1, 5, dtype=torch.bool), torch.zeros(1, dtype=torch.long), None
            )
        logits = predict(model, context, codes, torch.ones((1, rows, columns), dtype=torch.bool))
        assert logits.shape == (1, rows, columns, 20)


def test_the_words_of_a_configuration_come_back_from_json() -> None:
    assert TransformerConfig.from_json(json.loads(json.dumps(asdict(CONFIG)))) == CONFIG


def test_what_is_told_together_counts_only_when_both_are_told() -> None:
    torch.manual_seed(3)
    config = replace(CONFIG, pairs=(("kind", "pose"),), maps=(("kind", "layout"),), map_side=4)
    model, (text, codes, _, masked) = LatentTransformer(config).eval(), inputs()
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)
    bear_sits = {"kind": "bear", "pose": "sitting"}
    told = {
        "both": detail_values([{}, {}], [bear_sits, bear_sits], WORDS),
        "one": detail_values([{}, {}], [{"kind": "bear"}, {"kind": "bear"}], WORDS),
        "place": detail_values([{"layout": 2}, {}], [{"kind": "fox"}, {"kind": "fox"}], WORDS),
    }

    def painted() -> dict[str, Tensor]:
        with torch.no_grad():
            contexts = {name: model.encode_context(text, mask, frame, None, None, one) for name, one in told.items()}
        return {name: predict(model, context, codes, masked) for name, context in contexts.items()}

    before = painted()
    with torch.no_grad():
        for table in (model.pairs[0], model.maps[0]):
            table.weight[1:].normal_()
    after = painted()
    assert torch.equal(before["one"], after["one"])
    assert not torch.allclose(before["both"], after["both"], atol=1e-3)
    changed = [not torch.allclose(*each, atol=1e-3) for each in zip(before["place"], after["place"], strict=True)]
    assert changed == [True, False]


def test_a_map_is_left_out_of_cels_of_another_size() -> None:
    config = replace(CONFIG, maps=(("kind", "layout"),), map_side=2)
    model, (text, codes, _, masked) = LatentTransformer(config).eval(), inputs()
    frame, mask = torch.ones(2, dtype=torch.long), torch.ones(2, 5, dtype=torch.bool)
    details = detail_values([{"layout": 2}, {"layout": 1}], [{"kind": "fox"}, {"kind": "bear"}], WORDS)
    with torch.no_grad():
        before = predict(model, model.encode_context(text, mask, frame, None, None, details), codes, masked)
        model.maps[0].weight[1:].normal_()
        after = predict(model, model.encode_context(text, mask, frame, None, None, details), codes, masked)
    assert torch.equal(before, after)


def test_a_configuration_with_pairs_is_read_as_it_was_written() -> None:
    config = replace(CONFIG, pairs=(("kind", "pose"),), maps=(("kind", "layout"),))
    assert TransformerConfig.from_json(json.loads(json.dumps(asdict(config)))) == config


ROOMS = {"setting": ("kitchen", "forest"), "time": ("day", "night"), "weather": ("clear", "rain", "snow")}
DAY = {"setting": "kitchen", "time": "day", "weather": "clear"}


def room_network() -> LatentTransformer:
    model = network(replace(CONFIG, words=ROOMS, pairs=(("setting", "weather"),), window_side=2))
    assert model.windows is not None
    pane = torch.zeros(16, 16, dtype=torch.uint8)
    pane[2:4, 4:6] = torch.tensor([[1, 2], [3, 4]])
    model.windows.hang(0, 1, pane)
    with torch.no_grad():
        for table in (model.windows.pictures, *model.pairs):
            table.weight[0] = 0  # what is left open
    return model


def rooms_painted(model: LatentTransformer, *said: dict[str, str], text: float = 0.0) -> Tensor:
    told = detail_values([{"layout": 1}] * len(said), list(said), ROOMS)
    codes, masked = inputs(len(said), 16)[1], torch.ones(len(said), 16, 16, dtype=torch.bool)
    mask = torch.ones(len(said), 5, dtype=torch.bool)
    with torch.no_grad():
        words = torch.full((len(said), 5, 12), text)
        context = model.encode_context(words, mask, torch.zeros(len(said), dtype=torch.long), None, None, told)
    return predict(model, context, codes, masked)


def test_a_room_shows_its_weather_through_its_windows_alone() -> None:
    model = room_network()
    assert model.windows is not None
    day, rain = rooms_painted(model, DAY, {**DAY, "weather": "rain"})
    assert (day[2:4, 4:6] - rain[2:4, 4:6]).abs().max() > 1e-2
    with torch.no_grad():
        model.windows.pictures.weight.zero_()
    day, rain = rooms_painted(model, DAY, {**DAY, "weather": "rain"})
    assert torch.equal(day, rain)


def test_a_place_without_windows_is_told_its_weather_and_its_phrase() -> None:
    model, forest = room_network(), {**DAY, "setting": "forest"}
    dry, wet = rooms_painted(model, forest, {**forest, "weather": "rain"})
    assert not torch.allclose(dry, wet, atol=1e-3)
    assert not torch.allclose(rooms_painted(model, forest), rooms_painted(model, forest, text=1.0), atol=1e-3)
    assert torch.equal(rooms_painted(model, DAY), rooms_painted(model, DAY, text=1.0))


def test_where_the_time_is_open_the_phrase_says_what_the_windows_cannot() -> None:
    model, open_ = room_network(), {"setting": "kitchen", "weather": "rain"}
    assert not torch.allclose(rooms_painted(model, open_), rooms_painted(model, open_, text=1.0), atol=1e-3)
