// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** What the local's own fields hold about somebody. */
public record PersonFieldsPage(UUID person, String name, FieldInputs inputs, FormErrors errors) implements View {}
