"""A whole model folder of tiny random networks: everything runs on it, nothing looks like anything."""

from __future__ import annotations

import shutil
from pathlib import Path

import torch

from storyapp import paths
from storyapp.engine.bottom import BottomConfig, BottomNet
from storyapp.engine.checkpoint import save_net
from storyapp.engine.pairing import PairEncoder, PairingConfig
from storyapp.engine.quantizer import QuantizerConfig
from storyapp.engine.transformer import LatentTransformer, TransformerConfig
from storyapp.engine.vqvae import VQVAE, VQVAEConfig

CODES = 32


def write_tiny_model(folder: Path) -> Path:
    """Write the model and give back its folder."""
    torch.manual_seed(3)
    sizes = {"stem": 8, "middle": 8, "deep": 8, "decoder_deep": 8, "decoder_middle": 8, "decoder_fine": 8}
    top, bottom = QuantizerConfig(size=CODES, depth=2), QuantizerConfig(size=CODES)
    tokenizer = VQVAE(VQVAEConfig(**sizes, decoder_blocks=(1, 1, 1), top=top, bottom=bottom))
    prior = LatentTransformer(
        TransformerConfig(width=32, layers=2, heads=2, cell_width=16, codes=CODES, depth=top.depth, code_dim=top.dim)
    )
    with torch.no_grad():
        for one in (*tokenizer.parameters(), *prior.parameters()):
            if one.ndim > 1 and not one.any():  # layers that start at zero would hide what they are given
                one.normal_(std=0.2)
        for quantizer in (tokenizer.top_quantizer, tokenizer.bottom_quantizer):
            quantizer.codebooks.normal_()  # type: ignore[operator, union-attr]
        prior.codebooks.copy_(tokenizer.top_quantizer.codebooks)  # type: ignore[arg-type]
    pairing = PairEncoder(PairingConfig(codes=CODES, depth=top.depth, cell_width=4, width=4, vector=8))
    finer = BottomNet(BottomConfig(width=8, blocks=1, code_width=4, top_codes=CODES, top_depth=top.depth, codes=CODES))
    nets = {"tokenizer": tokenizer, "prior": prior, "pairing": pairing, "bottom": finer}
    for name, model in nets.items():
        save_net(folder, name, model, model.config)
    bundled = paths.model()
    for name in ("reader.json", "reader.safetensors", "vocabulary.json"):
        shutil.copy(bundled / name, folder / name)
    return folder
