"""The parts that screens are made of: one a file, each shown plain, spoken and dressed alike."""
