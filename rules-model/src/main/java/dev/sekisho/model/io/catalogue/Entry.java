package dev.sekisho.model.io.catalogue;

import dev.sekisho.model.diagnostic.SourceLocation;

/// One entry as read.
///
/// @param override whether it takes the place of the entry with its id
record Entry<T>(String id, T value, boolean override, SourceLocation at) {}
