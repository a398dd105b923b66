package dev.sekisho.model.io.arm;

import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.arm.expression.Budget;
import dev.sekisho.model.io.arm.expression.Evaluator;
import dev.sekisho.model.io.arm.value.Members;
import dev.sekisho.model.io.arm.value.NodeValues;
import dev.sekisho.model.io.arm.value.Value;
import dev.sekisho.model.io.resource.AzureResource;
import dev.sekisho.model.io.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The evaluation of one template with everything nested in it, and what its parts share.
final class Evaluation {
    /// How deep deployments may be nested in deployments.
    static final int DEEPEST_DEPLOYMENT = 40;

    private static final int LISTED_KINDS = 12;

    /// Looking at this many resources counts as one step.
    private static final int RESOURCES = 8;

    private final DeploymentContext context;
    private final Evaluator.Session session;
    private final Diagnostics diagnostics;
    private final Target rootTarget;
    private final Map<String, Resource> byId = new HashMap<>();
    private final List<Deployment> roots = new ArrayList<>();
    private int beingMade;
    private boolean expanded;

    Evaluation(DeploymentContext context, Diagnostics diagnostics) {
        this.context = context;
        this.diagnostics = diagnostics;
        this.rootTarget = new Target(Target.Level.RESOURCE_GROUP,
                new Value.Text(SourceLocation.UNKNOWN, context.subscriptionId().orElse(DeploymentContext.SUBSCRIPTION)),
                new Value.Text(SourceLocation.UNKNOWN,
                        context.resourceGroup().orElse(DeploymentContext.RESOURCE_GROUP)));
        this.session = new Evaluator.Session(new Budget(), diagnostics);
    }

    DeploymentContext context() {
        return context;
    }

    Diagnostics diagnostics() {
        return session.diagnostics();
    }

    /// The resource group that the user gives, or its stand-in.
    Target rootTarget() {
        return rootTarget;
    }

    Evaluator.Session session() {
        return session;
    }

    Budget budget() {
        return session.budget();
    }

    EvaluatedTemplate run(Node.Mapping template, List<Node> parameterFiles) {
        SourceLocation at = template.at();
        Target target = new Target(level(template), rootTarget.subscription(), rootTarget.resourceGroup());
        Deployment root = Deployment.root(this, template, target,
                new Value.Text(at, context.deploymentName().orElse(DeploymentContext.DEPLOYMENT)),
                Arguments.of(parameterFiles, diagnostics()));
        roots.add(root);
        List<AzureResource> deployed = new ArrayList<>();
        List<AzureResource> notDeployed = new ArrayList<>();
        Members outputs = Members.of(at);
        try {
            List<Resource> skipped = new ArrayList<>();
            root.collect(deployed, skipped);
            outputs = root.outputs();
            // What is not deployed may use what is not there. That is no problem of the template.
            session.reportTo(new Diagnostics());
            skipped.forEach(resource -> resource.describe(notDeployed));
        } catch (Budget.Exhausted e) {
            diagnostics.error("TEMPLATE_TOO_LARGE", at,
                    "evaluating this template takes more than " + Budget.MOST_STEPS
                            + " steps; what is behind that is not read",
                    "look for loops in loops, or split the template");
        } finally {
            session.reportTo(diagnostics);
        }
        if (!notDeployed.isEmpty()) {
            diagnostics.note("NOT_DEPLOYED", at, notDeployed.size() + (notDeployed.size() == 1
                    ? " resource is described here and" : " resources are described here and")
                    + " not deployed, because a condition is false with these parameters: " + kinds(notDeployed),
                    "give other values with --parameters");
        }
        return new EvaluatedTemplate(deployed, notDeployed, NodeValues.mapping(outputs));
    }

    // While the resources of some deployment are being made, not all are known, and the next one who asks looks again.
    private void expandAll() {
        if (!expanded) {
            roots.forEach(Deployment::expand);
            budget().spend(byId.size() / RESOURCES);
            expanded = beingMade == 0;
        }
    }

    /// The resources of a deployment are being made from now on, until [#end].
    void begin() {
        beingMade++;
    }

    void end() {
        beingMade--;
    }

    private static String kinds(List<AzureResource> resources) {
        Map<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        resources.forEach(resource -> counts.merge(resource.type(), 1, Integer::sum));
        return counts.entrySet().stream().map(kind -> kind.getValue() + " " + kind.getKey()).limit(LISTED_KINDS)
                .collect(Collectors.joining(", ", "", counts.size() > LISTED_KINDS ? ", …" : ""));
    }

    /// What a template's schema says that it is deployed to.
    private static Target.Level level(Node.Mapping template) {
        String schema = Fields.text(template, "$schema").orElse("").toLowerCase(Locale.ROOT);
        return schema.contains("subscriptiondeploymenttemplate") ? Target.Level.SUBSCRIPTION
                : schema.contains("managementgroupdeploymenttemplate") ? Target.Level.MANAGEMENT_GROUP
                        : schema.contains("tenantdeploymenttemplate") ? Target.Level.TENANT
                                : Target.Level.RESOURCE_GROUP;
    }

    /// Makes a resource known by its id.
    void register(Resource resource) {
        byId.putIfAbsent(Resource.key(resource.id()), resource);
    }

    /// The resource with that id, in whichever nested deployment it is.
    Optional<Resource> resource(Value id) {
        String key = Resource.key(id);
        Resource known = byId.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        expandAll();
        return Optional.ofNullable(byId.get(key));
    }
}
