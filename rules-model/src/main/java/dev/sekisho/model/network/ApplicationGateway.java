package dev.sekisho.model.network;

import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.name.Fqdn;
import dev.sekisho.model.term.Entry;
import java.util.List;

/// An Application Gateway: it takes connections on its frontends and opens others, from addresses of its own subnet, to
/// its backends.
///
/// @param subnet where it is; its instances have addresses of it
/// @param publicIps addresses of the public frontend; empty where there is none
/// @param privateIps addresses of the private frontend; empty where there is none
public record ApplicationGateway(String name, SubnetRef subnet, List<Entry<IpAddress>> publicIps,
        List<Entry<IpAddress>> privateIps, List<Listener> listeners, SourceLocation at) {

    /// On which frontend a listener is.
    public enum Side {
        PUBLIC("public"), PRIVATE("private");

        private final String text;

        Side(String text) {
            this.text = text;
        }

        /// Returns the name that files use.
        public String text() {
            return text;
        }
    }

    /// A listener with everything that its rules lead to.
    ///
    /// @param port 1 to 65535
    /// @param hosts names that it answers to; empty for all
    public record Listener(String name, Side side, int port, List<String> hosts, List<Backend> backends) {
        public Listener {
            hosts = List.copyOf(hosts);
            backends = List.copyOf(backends);
        }
    }

    /// Where a rule leads to.
    ///
    /// @param port the port of the backend settings, 1 to 65535
    public record Backend(Target target, int port) {
        @Override
        public String toString() {
            return target + ":" + port;
        }
    }

    /// An item of a backend pool.
    public sealed interface Target {
        /// An address.
        record Address(IpAddress address) implements Target {
            @Override
            public String toString() {
                return address.toString();
            }
        }

        /// A name, which the gateway resolves.
        record Name(Fqdn name) implements Target {
            @Override
            public String toString() {
                return name.toString();
            }
        }

        /// What only deployment will tell.
        record Unknown(String text) implements Target {
            @Override
            public String toString() {
                return "<" + text + ">";
            }
        }
    }

    public ApplicationGateway {
        publicIps = List.copyOf(publicIps);
        privateIps = List.copyOf(privateIps);
        listeners = List.copyOf(listeners);
    }
}
