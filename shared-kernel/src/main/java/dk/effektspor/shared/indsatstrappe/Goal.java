package dk.effektspor.shared.indsatstrappe;

import dk.effektspor.shared.privacy.SealedText;

/** What an intervention is to achieve. */
public record Goal(GoalId goalId, SealedText text) {}
