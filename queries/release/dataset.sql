SELECT name, title, source, synthetic, base, fingerprint FROM dataset
