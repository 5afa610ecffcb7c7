// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.organizing.Fields;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/**
 * What the local's own fields hold about somebody.
 *
 * @param typed what stands in each field, by its identifier
 */
public record PersonFieldsPage(UUID person, String name, List<Fields.Field> fields, Map<UUID, String> typed,
    FormErrors errors) implements View {

  /** What stands in a field. */
  public String in(Fields.Field field) { return typed.getOrDefault(field.id(), ""); }
}
