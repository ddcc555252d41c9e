"""The VQ-VAE family behind one configuration: every member trained for the same short time, and compared.

Read in this order: `config` (who is in the family), `net` (encoder, bottleneck, decoder), `adversary` (what a VQGAN
adds), `train` (one member, a budget of processor time), `table` (figures and pictures of all of them).
"""
