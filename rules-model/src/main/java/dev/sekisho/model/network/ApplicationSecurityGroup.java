package dev.sekisho.model.network;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.diagnostic.SourceLocation;

/// An application security group: network interfaces that security rules name together (`NSG-12`).
///
/// @param members addresses of the interfaces
public record ApplicationSecurityGroup(String name, AddressSet members, SourceLocation at) {}
