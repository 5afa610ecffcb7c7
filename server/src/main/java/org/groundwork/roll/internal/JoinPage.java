// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The public form to join a local, or the thanks after it. */
public record JoinPage(String handle, String localName, JoinForm form, FormErrors errors, boolean sent)
    implements
      View {}
