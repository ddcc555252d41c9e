"""THE PICTURES: VQ-VAE, latent Transformer, reader. torch, no Qt."""
