package dev.sekisho.model.network;

import java.util.List;

/// Subscriptions of Azure, as a Private Link service lists them: some, all of them, or none.
///
/// @param ids identifiers as written; empty where it is everybody
public record SubscriptionSet(boolean everybody, List<String> ids) {
    /// No subscription.
    public static final SubscriptionSet NONE = new SubscriptionSet(false, List.of());
    /// Every subscription, which Azure writes as an asterisk.
    public static final SubscriptionSet EVERYBODY = new SubscriptionSet(true, List.of());

    public SubscriptionSet {
        ids = List.copyOf(ids);
        if (everybody && !ids.isEmpty()) {
            throw new IllegalArgumentException("all subscriptions need no list");
        }
    }

    /// Returns the set of a list, in which an asterisk stands for every subscription.
    public static SubscriptionSet of(List<String> texts) {
        return texts.contains("*") ? EVERYBODY : new SubscriptionSet(false, texts);
    }

    public boolean isEmpty() {
        return !everybody && ids.isEmpty();
    }

    /// Tells whether a subscription is among them.
    public boolean contains(String id) {
        return everybody || ids.stream().anyMatch(id::equalsIgnoreCase);
    }

    /// Returns the list as Azure writes it.
    public List<String> texts() {
        return everybody ? List.of("*") : ids;
    }

    @Override
    public String toString() {
        return everybody ? "every subscription" : ids.isEmpty() ? "no subscription" : String.join(", ", ids);
    }
}
