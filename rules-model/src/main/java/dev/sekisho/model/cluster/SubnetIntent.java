package dev.sekisho.model.cluster;

import dev.sekisho.model.address.IpPrefix;

/// A subnet by name and prefix.
public record SubnetIntent(String name, IpPrefix prefix) {}
