package dev.sekisho.model.catalogue;

import java.time.LocalDate;
import java.util.Optional;

/// Where a fact was read.
///
/// @param id short name that entries cite, such as `aks-outbound`
/// @param title what a citation prints: the page's file name, or a thread's short name
/// @param location repository and path, page or thread
/// @param date date of the page or thread, absent where the copy that was read carries none
/// @param revision commit that was read, empty where there is none
/// @param note what to know about the source, empty where there is nothing
public record Source(String id, String title, String location, Optional<LocalDate> date, String revision, String note) {

    /// Returns the form in which rules and messages cite it: `outbound-rules-control-egress.md (2026-06-18)`.
    public String citation() {
        return title + " (" + date.map(LocalDate::toString).orElse("undated") + ")";
    }

    @Override
    public String toString() {
        return citation();
    }
}
