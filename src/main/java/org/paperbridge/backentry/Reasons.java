package org.paperbridge.backentry;

/** The words a person reads when a record did not arrive. */
public final class Reasons {

    private Reasons() {}

    public static DeliveryReason unreachable() {
        return DeliveryReason.of(
                "unreachable",
                "Le destinataire ne répond pas : nouvel essai automatique.",
                "The receiver does not answer: it will be tried again.");
    }

    public static DeliveryReason unclearAnswer() {
        return DeliveryReason.of(
                "unclear-answer",
                "Réponse incompréhensible du destinataire : nouvel essai, sans risque de doublon.",
                "The receiver's answer makes no sense: it will be tried again, which cannot double anything.");
    }

    public static DeliveryReason busy(String code) {
        return DeliveryReason.of(
                "busy",
                "Le destinataire est momentanément indisponible (" + code + ") : nouvel essai automatique.",
                "The receiver is not available for now (" + code + "): it will be tried again.");
    }

    public static DeliveryReason notAuthorised() {
        return DeliveryReason.of(
                "not-authorised",
                "Le destinataire refuse l'accès : vérifier le jeton ou les droits, puis reprendre.",
                "The receiver refuses access: check the token or permissions, then resume.");
    }

    public static DeliveryReason waits(String record) {
        return DeliveryReason.of(
                "waits",
                "Attend un fait antérieur du même séjour (" + record + ").",
                "Waits for an earlier fact of the same stay (" + record + ").");
    }

    public static DeliveryReason severalMatches() {
        return DeliveryReason.of(
                "several-matches",
                "Plusieurs dossiers correspondent chez le destinataire, ou aucun : "
                        + "fusionner ou créer le patient ou le séjour, puis renvoyer.",
                "Several entries match at the receiver, or none: merge or create the patient or stay, then resend.");
    }

    public static DeliveryReason refused(String code) {
        return DeliveryReason.of(
                "refused",
                "Refusé par le destinataire (" + code + ") : corriger ou saisir à la main.",
                "Refused by the receiver (" + code + "): correct it or enter it by hand.");
    }
}
