// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target.internal;

import java.util.List;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.target.LoadedRegisters;

/**
 * The public registers of the installation, and the form to load one.
 *
 * @param mappings how columns may be read: the built-in mappings, one's own, the one of last time
 * @param waiting what the files are called that wait with the form since it was refused
 */
public record RegistersPage(List<LoadedRegisters.Loaded> registers, List<String> mappings, RegisterForm form,
    List<String> waiting, FormErrors errors) implements View {}
