package dev.sekisho.model.firewall;

import java.util.OptionalInt;

/// `explicitProxy` of a policy: clients speak to the firewall's private address on these ports (`FW-50`).
public record ExplicitProxy(boolean enabled, OptionalInt httpPort, OptionalInt httpsPort) {}
