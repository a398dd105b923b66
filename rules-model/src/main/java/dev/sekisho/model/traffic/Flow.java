package dev.sekisho.model.traffic;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.IpProtocol;
import java.util.Optional;
import java.util.OptionalInt;

/// One connection attempt, as its sender sees it.
///
/// Nothing is checked here, because logs and hostile input hold every nonsense: a name is text as it stood on the wire,
/// a port may be 0.
///
/// @param source address of the sender (a pod or a node)
/// @param destination address that the sender connects to; absent where only a name is known
/// @param destinationName name that the sender resolved, where it is known
/// @param destinationPort 0 to 65535; absent for protocols without ports
/// @param application what the firewall's application pass would see; absent means that the flow is no application
///        traffic (`FW-29`)
/// @param marks further facts about the flow
public record Flow(IpAddress source, Optional<IpAddress> destination, Optional<String> destinationName,
        IpProtocol protocol, OptionalInt destinationPort, Optional<ApplicationData> application, Marks marks) {

    /// Facts that only some questions need.
    ///
    /// @param inbound the connection comes from outside towards the firewall's public address
    /// @param reply the packet belongs to a connection that was opened the other way (`FW-52`)
    /// @param idpsSignature id of the intrusion signature that the traffic would hit (`FW-48`)
    /// @param viaExplicitProxy the client speaks to the firewall's explicit proxy (`FW-50`)
    /// @param realDestinationPort the port that the client asked the explicit proxy for
    public record Marks(boolean inbound, boolean reply, Optional<String> idpsSignature, boolean viaExplicitProxy,
            OptionalInt realDestinationPort) {
        /// An ordinary outgoing connection.
        public static final Marks NONE = new Marks(false, false, Optional.empty(), false, OptionalInt.empty());
    }

    /// Returns the same flow with another source address.
    public Flow withSource(IpAddress address) {
        return new Flow(address, destination, destinationName, protocol, destinationPort, application, marks);
    }

    /// Returns the same flow towards another address.
    public Flow withDestination(IpAddress address) {
        return new Flow(source, Optional.of(address), destinationName, protocol, destinationPort, application, marks);
    }

    /// Returns the same flow towards another port.
    ///
    /// @param port 0 to 65535
    public Flow withPort(int port) {
        return new Flow(source, destination, destinationName, protocol, OptionalInt.of(port), application, marks);
    }

    /// Returns the same flow as one that comes from outside to a firewall's public address.
    public Flow fromOutside() {
        return new Flow(source, destination, destinationName, protocol, destinationPort, application,
                new Marks(true, marks.reply(), marks.idpsSignature(), marks.viaExplicitProxy(),
                        marks.realDestinationPort()));
    }
}
