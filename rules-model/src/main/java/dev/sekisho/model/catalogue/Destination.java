package dev.sekisho.model.catalogue;

/// What a requirement leads to, before placeholders are filled in.
public sealed interface Destination {

    /// One host name, or every name below a wildcard.
    record Host(Template pattern) implements Destination {
        /// Whether it stands for many names.
        public boolean isWildcard() {
            return pattern.text().startsWith("*");
        }

        @Override
        public String toString() {
            return pattern.text();
        }
    }

    /// The addresses of a service tag.
    record Tag(Template name) implements Destination {
        @Override
        public String toString() {
            return name.text();
        }
    }

    /// An address or a network.
    record Address(Template value) implements Destination {
        @Override
        public String toString() {
            return value.text();
        }
    }

    /// Every address, the last resort of a list.
    enum Anywhere implements Destination {
        ANYWHERE;

        @Override
        public String toString() {
            return "*";
        }
    }
}
