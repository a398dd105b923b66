package dev.sekisho.simulator.proof;

import dev.sekisho.model.address.AddressSet;
import dev.sekisho.model.address.PortSet;
import dev.sekisho.model.need.NeedTarget;
import dev.sekisho.model.traffic.Flow;
import java.util.List;

/// A flow of a need, with what it stands for.
///
/// @param target what the need asks for
/// @param destinations the addresses that it stands for; empty where the need goes by name
/// @param names the names that it stands for, as patterns with their exceptions; empty where the need goes by address
/// @param ports the ports that it stands for; any where the protocol has none
record NeedFlow(Flow flow, NeedTarget target, AddressSet destinations, List<String> names, PortSet ports) {}
