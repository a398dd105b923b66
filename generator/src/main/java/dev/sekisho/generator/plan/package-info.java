/// From needs to resources: which mechanism serves each need, and the policy, routes and endpoints that say so.
///
/// Start at [DeploymentPlan], the result; the planner makes it. No text of any output format is made here. May not depend
/// on `format`.
@NullMarked
package dev.sekisho.generator.plan;

import org.jspecify.annotations.NullMarked;
