package dev.sekisho.generator.format.azcli;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.generator.format.OutputFile;
import dev.sekisho.generator.format.environment.Conversion;
import dev.sekisho.generator.format.environment.EnvironmentResources;
import dev.sekisho.generator.format.environment.EnvironmentWriter;
import dev.sekisho.generator.format.json.JsonText;
import dev.sekisho.generator.format.json.References;
import dev.sekisho.generator.format.resource.AzureResource;
import dev.sekisho.generator.format.resource.Parameter;
import dev.sekisho.generator.format.resource.Value;
import dev.sekisho.model.environment.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes an environment as `azcli/deploy.sh`, which sends each resource as a whole with `az rest`: the request holds all
/// that Azure's API knows, and replaces exactly what was there.
public final class AzCliEnvironmentWriter implements EnvironmentWriter {
    private static final String RESOURCES = "__RESOURCES__";

    @Override
    public Conversion write(Environment environment, String name, GeneratedMark mark) {
        EnvironmentResources made = EnvironmentResources.of(environment);
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(SubnetScript.RESOURCE_GROUP);
        parameters.addAll(made.parameters());
        Script script = new Script(List.of(mark.toString(), "What " + name + " describes."), "deploy.sh",
                parameters.stream().filter(Parameter::isRequired).toList());
        script.parameters(parameters).dryRun();
        function(script, made.parameters());
        Paths paths = new Paths(made.resources());
        for (AzureResource resource : made.resources()) {
            if (!resource.isExisting()) {
                script.line("put " + Shell.quote(paths.of(resource)) + " " + resource.apiVersion() + " <<'JSON'");
                script.text(JsonText.write(JsonText.tree(body(resource), paths))).line("JSON").blank();
            }
        }
        return new Conversion(List.of(OutputFile.script("azcli/deploy.sh", script.toString())), made.refused());
    }

    private static Value body(AzureResource resource) {
        Value.Fields fields = resource.location().map(location -> Value.Fields.NONE.with("location", location))
                .orElse(Value.Fields.NONE);
        return fields.and(resource.top()).with("properties", resource.properties());
    }

    private static void function(Script script, List<Parameter> parameters) {
        script.text("""
                # Where the resources are, in the subscription that the Azure CLI is logged in to.
                SUBSCRIPTION_ID="${SUBSCRIPTION_ID:-}"
                if [[ -z "$SUBSCRIPTION_ID" && "$DRY_RUN" == false ]]; then
                  SUBSCRIPTION_ID=$(az account show --query id --output tsv)
                fi
                RESOURCES="/subscriptions/${SUBSCRIPTION_ID:-SUBSCRIPTION_ID}/resourceGroups/$RESOURCE_GROUP/providers"

                # Writes one resource, read from standard input, in a single request, and waits until Azure is done with it.
                put() {
                  local id="$RESOURCES/$1" version=$2 body
                  body=$(cat)
                  body=${body//__RESOURCES__/"$RESOURCES"}
                """);
        parameters.forEach(parameter -> script.line("  body=${body//" + place(parameter) + "/"
                + Shell.variable(parameter.shellName()) + "}"));
        script.text("""
                  if [[ "$DRY_RUN" == true ]]; then
                    run az rest --method put --url "$id?api-version=$version" --body "$body" --output none
                    return
                  fi
                  local file
                  file=$(mktemp)
                  printf '%s\\n' "$body" >"$file"
                  az rest --method put --url "$id?api-version=$version" --body "@$file" --output none
                  rm -f "$file"
                  az resource wait --ids "$id" --api-version "$version" --updated
                }
                """).blank();
    }

    private static String place(Parameter parameter) {
        return "__" + parameter.shellName() + "__";
    }

    /// Resources by their path below the provider, which stands in ids too.
    private static final class Paths implements References {
        private final Map<String, AzureResource> bySymbol = new HashMap<>();

        Paths(List<AzureResource> resources) {
            resources.forEach(resource -> bySymbol.put(resource.symbol(), resource));
        }

        String of(AzureResource resource) {
            String[] type = resource.type().split("/");
            List<String> names = names(resource);
            StringBuilder path = new StringBuilder(type[0]);
            for (int i = 0; i < names.size(); i++) {
                path.append('/').append(type[i + 1]).append('/').append(names.get(i));
            }
            return path.toString();
        }

        private List<String> names(AzureResource resource) {
            List<String> names = new ArrayList<>(
                    Optional.ofNullable(resource.parent().map(bySymbol::get).orElse(null)).map(this::names)
                            .orElse(List.of()));
            names.add(switch (resource.name()) {
                case Value.Text(String text) -> text;
                case Value other -> throw new IllegalArgumentException("not a name: " + other);
            });
            return names;
        }

        @Override
        public String text(String text) {
            return text;
        }

        @Override
        public String parameter(Parameter parameter) {
            return place(parameter);
        }

        @Override
        public String idOf(String symbol) {
            return RESOURCES + "/" + Optional.ofNullable(bySymbol.get(symbol)).map(this::of)
                    .orElseThrow(() -> new IllegalArgumentException("no resource has the symbol " + symbol));
        }
    }
}
