/**
 * Scenario and regime files: reader, canonical writer, schema. The only package that sees the YAML parser. One reflective
 * binder is driven by record components and their annotations; see docs/decisions/0002-one-binder.md.
 */
@NullMarked
package straits.scenario.file;

import org.jspecify.annotations.NullMarked;
