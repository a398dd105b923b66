package dev.sekisho.model.resolve;

import dev.sekisho.model.catalogue.HostForm;
import dev.sekisho.model.catalogue.Template;
import dev.sekisho.model.name.FqdnPattern;
import java.util.List;
import java.util.Map;

/// The host of a dependency, recognised as one of its service's forms.
///
/// @param values what the form's placeholders stand for
record ServiceHost(FqdnPattern name, HostForm form, Map<String, String> values) {
    ServiceHost {
        values = Map.copyOf(values);
    }

    /// Fills a text with the parts of the host name, and with the cluster's values for the rest.
    List<String> fill(Template template, Placeholders cluster) {
        return template.fill(name -> {
            String part = values.get(name);
            return part == null ? cluster.values(name) : List.of(part);
        });
    }
}
