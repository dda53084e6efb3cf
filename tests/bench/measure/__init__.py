"""What the benches accuracy and whole are made of: corpora, runs of the program, measures, tables."""
