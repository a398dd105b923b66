package dev.sekisho.cli.simulate;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Brings pieces that threads finish in any order back into their order. Whoever finishes the piece that is next takes it and
/// all that are ready behind it; the others leave theirs and go on, unless they are too far ahead: so only some pieces are in
/// memory.
///
/// @param <T> a piece
final class InOrder<T> {
    private final int ahead;
    private final Taker<T> taker;
    private final Map<Long, T> ready = new HashMap<>();
    private long next;
    private boolean taking;
    private boolean stopped;

    /// Takes the pieces, one at a time and in order.
    @FunctionalInterface
    interface Taker<T> {
        /// Returns whether to go on.
        boolean take(T piece) throws IOException;
    }

    /// @param ahead how many pieces may be ready before the next one is
    InOrder(int ahead, Taker<T> taker) {
        this.ahead = ahead;
        this.taker = taker;
    }

    /// Hands in a piece.
    ///
    /// @param place which one it is, from 0 on
    void put(long place, T piece) throws IOException, InterruptedException {
        synchronized (this) {
            while (place >= next + ahead && !stopped) {
                wait();
            }
            ready.put(place, piece);
            if (taking) {
                return;
            }
            taking = true;
        }
        for (Optional<T> taken = poll(); taken.isPresent(); taken = poll()) {
            boolean more = false;
            try {
                more = taker.take(taken.get());
            } finally {
                if (!more) {
                    stop();
                }
            }
        }
    }

    private synchronized Optional<T> poll() {
        Optional<T> piece = stopped ? Optional.empty() : Optional.ofNullable(ready.remove(next));
        taking = piece.isPresent();
        next += piece.isPresent() ? 1 : 0;
        notifyAll();
        return piece;
    }

    /// Takes no more pieces, and lets nobody wait.
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /// Whether no more pieces are taken.
    synchronized boolean isStopped() {
        return stopped;
    }
}
