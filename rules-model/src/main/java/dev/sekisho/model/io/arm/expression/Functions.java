package dev.sekisho.model.io.arm.expression;

import java.util.Collection;
import java.util.Optional;

/// The functions that expressions at some place may call.
public interface Functions {
    /// The function of that name, whatever its letter case.
    Optional<TemplateFunction> find(String name);

    /// The names of all of them.
    Collection<String> names();
}
