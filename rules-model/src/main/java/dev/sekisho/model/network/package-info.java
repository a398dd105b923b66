/// Networks as the operator wrote them: virtual networks, subnets, peerings, route tables, endpoints, security groups.
///
/// Start at [VirtualNetwork] and [RouteTable]. The system routes that Azure adds are not listed here; the simulator
/// derives them. May not depend on readers, nor on `firewall`.
@NullMarked
package dev.sekisho.model.network;

import org.jspecify.annotations.NullMarked;
