package dev.sekisho.cli.command;

import dev.sekisho.simulator.exact.optimise.Size;

/// What writing the same rules in fewer ones has saved.
record Saved(Size before, Size after) {
    @Override
    public String toString() {
        return "proven to mean the same: " + after + "; before: " + before;
    }
}
