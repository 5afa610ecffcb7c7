// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.RegisterImport;

/**
 * The public registers of the installation, and the form to load one.
 *
 * @param mappings the built-in column mappings
 */
public record RegistersPage(List<RegisterImport.Imported> registers, List<String> mappings, String name, String code,
    String mapping, FormErrors errors) implements View {}
