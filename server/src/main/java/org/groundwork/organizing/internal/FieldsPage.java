// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import org.groundwork.organizing.Fields;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** A local's own fields, and a new one. */
public record FieldsPage(List<Fields.Field> fields, FieldForm form, FormErrors errors, boolean mayChange)
    implements
      View {}
