package dev.sekisho.model.network;

import dev.sekisho.model.term.ResourceRef;
import java.util.Optional;

/// What a private endpoint is connected to, where that is a Private Link service or an API server.
///
/// @param service the service
/// @param state whether the owner of the service has approved; absent where nobody says
/// @param subscription the endpoint's subscription, where it is known
public record PrivateLinkConnection(ResourceRef service, Optional<State> state, Optional<String> subscription) {

    /// What became of the request for a connection. Packets pass approved ones only.
    public enum State {
        APPROVED("Approved"), PENDING("Pending"), REJECTED("Rejected"), DISCONNECTED("Disconnected");

        private final String azureName;

        State(String azureName) {
            this.azureName = azureName;
        }

        /// Returns the spelling of Azure's API.
        public String azureName() {
            return azureName;
        }
    }
}
