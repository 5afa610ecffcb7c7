// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import org.groundwork.organizing.Cards;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;

/** The wordings of a local's cards, and a new one. */
public record CardsPage(List<Cards.Text> texts, CardTextForm form, FormErrors errors, boolean mayChange)
    implements
      View {}
