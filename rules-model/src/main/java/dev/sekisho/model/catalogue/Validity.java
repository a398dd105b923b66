package dev.sekisho.model.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/// When a destination is in use: from `since` up to and with the day before `until`.
///
/// @param since first day of use, absent where it has always been in use as far as the sources know
/// @param until announced end, absent where none is known
/// @param replacement id of the requirement, or name of the destination, that takes its place
/// @param note what the announcement says, empty where there is none
public record Validity(Optional<LocalDate> since, Optional<LocalDate> until, Optional<String> replacement,
        String note) {
    /// No date is known.
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty(), Optional.empty(), "");

    public Validity {
        if (since.isPresent() && until.isPresent() && !since.get().isBefore(until.get())) {
            throw new IllegalArgumentException("since " + since.get() + " is not before until " + until.get());
        }
    }

    /// Whether the announced end has passed on that day.
    public boolean isRetired(LocalDate day) {
        return until.isPresent() && !day.isBefore(until.get());
    }

    /// Whether it was already in use on that day.
    public boolean hasBegun(LocalDate day) {
        return since.isEmpty() || !day.isBefore(since.get());
    }

    /// Whether it is in use on that day.
    public boolean holds(LocalDate day) {
        return hasBegun(day) && !isRetired(day);
    }
}
