using System.Collections.Immutable;
using System.Globalization;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.OkDokument;

/// <summary>What signers do: look, ask for codes, submit, cancel, close.</summary>
internal sealed class RoundSigning(
    OkDokumentEmulatorOptions options, DokumentAccount account, CompletionCalls calls, ResultAddress results)
{
    private const string AnybodysName = "Signer";
    private const string ClosedResult = "close";
    private const string DefaultDate = "dd.MM.yyyy HH:mm";

    /// <summary>The round behind a signing URL.</summary>
    /// <exception cref="EmulatedSigningException">The request cannot be used.</exception>
    public (SignatureRequest Request, StoredDokument Document) Look(string requestId)
        => account.Run((book, now) => Usable(book, requestId, now));

    /// <summary>Checks that somebody may see the document.</summary>
    /// <exception cref="EmulatedSigningException">The request cannot be used, or the code is wrong.</exception>
    public void Open(string requestId, string? code)
        => account.Run((book, now) => Open(book, requestId, code, SentCode.MustBeGiven, now));

    /// <summary>The PDF as it is now, for whoever may see the document.</summary>
    /// <exception cref="EmulatedSigningException">The request cannot be used, or the code is wrong.</exception>
    public byte[] Pdf(string requestId, string? code)
        => account.Run((book, now) => Open(book, requestId, code, SentCode.MustBeGiven, now).Document.Pdf);

    /// <exception cref="EmulatedSigningException">The request cannot be used, or asks for no code.</exception>
    public void SendOpenCode(string requestId) => account.Run((book, now) =>
    {
        (SignatureRequest request, StoredDokument document) = Usable(book, requestId, now);
        return request.Rules.Open.IsAsked
            ? OneTimeCodes.SendOpen(book, request, document, now)
            : throw new EmulatedSigningException("No code is needed to open the document.");
    });

    /// <exception cref="EmulatedSigningException">The request cannot be used, asks for no code, or the code to open is wrong.</exception>
    public void SendSignCode(string requestId, string? openCode) => account.Run((book, now) =>
    {
        (SignatureRequest request, StoredDokument document) = Open(book, requestId, openCode, SentCode.MustBeGiven, now);
        return request.Rules.Sign.IsAsked
            ? OneTimeCodes.SendSign(book, request, document, now)
            : throw new EmulatedSigningException("No code is needed to sign the document.");
    });

    /// <returns>Where the browser goes.</returns>
    /// <exception cref="EmulatedSigningException">
    /// Signing is not possible; nothing has changed but that codes may have been sent.
    /// </exception>
    public Uri Submit(string requestId, DocumentSigningScript script, SentCode missingCode) => account.Run((book, now) =>
    {
        (SignatureRequest request, StoredDokument document) = Open(book, requestId, script.OpenCode, missingCode, now);
        if (document.State == DocumentStates.Tags)
        {
            throw new EmulatedSigningException("The document is still being searched for tags.");
        }

        var fields = RoundFields.Of(document, request.Settings);
        ImmutableDictionary<string, string> values = RoundCompletion.Values(fields, request.Settings, script.Values);
        IReadOnlyList<PlacedSignature> signatures = Place(document, fields, request.Settings, script);
        var round = new SigningRound(
            NameOf(request.Rules, script.SignerName), DateOf(request.Rules, now), signatures, SignatureMark.Of(script.Drawing, script.TypedSignature));
        if (signatures.Count > 0 && request.Rules.Sign.IsAsked)
        {
            request = CheckSignCode(book, request, document, script.SignCode, missingCode, now);
        }

        return Finish(book, request, Signed(document, round, values, now), script.Language, script.Result, now);
    });

    /// <returns>Where the browser goes.</returns>
    /// <exception cref="EmulatedSigningException">The request cannot be used, or the code to open is wrong.</exception>
    public Uri Cancel(string requestId, DocumentSigningScript script, SentCode missingCode) => account.Run((book, now) =>
    {
        (SignatureRequest request, StoredDokument document) = Open(book, requestId, script.OpenCode, missingCode, now);
        StoredDokument canceled = document.In(DocumentStates.Canceled, now) with { TagsUntil = null, EndedSigned = false };
        return Finish(book, request, canceled, script.Language, options.Variants.ResultOnCancel, now);
    });

    /// <summary>Leaves the page; the round can still be signed.</summary>
    /// <returns>Where the browser goes.</returns>
    /// <exception cref="EmulatedSigningException">The request cannot be used.</exception>
    public Uri Close(string requestId, string language) => account.Run((book, now) =>
    {
        (SignatureRequest request, StoredDokument document) = Usable(book, requestId, now);
        return results.After(request, document, language, ClosedResult, now);
    });

    private static (SignatureRequest Request, StoredDokument Document) Usable(AccountBook book, string requestId, DateTimeOffset now)
    {
        SignatureRequest request = book.FindRequest(requestId)
            ?? throw new EmulatedSigningException("There is no such signature request (any more).");
        return request.ProblemAt(now) is null
            ? (request, book.Document(request.DocumentId))
            : throw new EmulatedSigningException($"The signature request {(request.IsFinished ? "is finished" : "has expired")}.");
    }

    private static (SignatureRequest Request, StoredDokument Document) Open(
        AccountBook book, string requestId, string? code, SentCode missingCode, DateTimeOffset now)
    {
        (SignatureRequest request, StoredDokument document) = Usable(book, requestId, now);
        if (!request.Rules.Open.IsAsked)
        {
            return (request, document);
        }

        if (request.OpenCode is null && missingCode == SentCode.TakeWhenMissing)
        {
            request = OneTimeCodes.SendOpen(book, request, document, now);
        }

        OneTimeCodes.Check(request.OpenCode, code, missingCode, "open");
        return (request, document);
    }

    private static SignatureRequest CheckSignCode(
        AccountBook book, SignatureRequest request, StoredDokument document, string? code, SentCode missingCode, DateTimeOffset now)
    {
        if (request.SignCode is null && missingCode == SentCode.TakeWhenMissing)
        {
            request = OneTimeCodes.SendSign(book, request, document, now);
        }

        OneTimeCodes.Check(request.SignCode, code, missingCode, "sign");
        return request;
    }

    private static IReadOnlyList<PlacedSignature> Place(
        StoredDokument document, RoundFields fields, RoundSettings settings, DocumentSigningScript script)
    {
        IReadOnlyList<DokumentField> signed = RoundCompletion.Signatures(fields, settings, script.Signatures);
        if (script.Place is not null && !fields.SignAnywhere)
        {
            throw new EmulatedSigningException("The signature cannot be placed anywhere: the round has fields to sign.");
        }

        bool isAnywhere = script.Place is not null || (signed.Count == 0 && script.Signatures is null && fields.SignAnywhere);
        IEnumerable<PlacedSignature> anywhere = isAnywhere ? [AnywherePlace.Of(document, script.Place)] : [];
        return [.. signed.Select(field => new PlacedSignature(field.Name, field.Box)), .. anywhere];
    }

    private static StoredDokument Signed(
        StoredDokument document, SigningRound round, ImmutableDictionary<string, string> values, DateTimeOffset now)
    {
        StoredDokument signed = document.In(DocumentStates.Signed, now) with
        {
            Rounds = document.Rounds.Add(round),
            Values = values,
            SignedAt = now,
            EndedSigned = true,
        };
        return signed with { SignedPdf = SignedDokumentWriter.Write(signed) };
    }

    private Uri Finish(
        AccountBook book, SignatureRequest request, StoredDokument document, string language, string result, DateTimeOffset now)
    {
        book.Replace(document with { LastRequestId = request.Id });
        book.FinishRequestsOf(document.Id);
        if (document.State == DocumentStates.Signed)
        {
            DokumentMessages.SendSigned(book, request, document, now);
        }

        calls.Tell(request, document, now);
        return results.After(request, document, language, result, now);
    }

    private static string NameOf(RoundRules rules, string? given)
    {
        string? name = rules.RequestSignerName ? given ?? rules.SignerName : rules.SignerName ?? given ?? AnybodysName;
        if (string.IsNullOrWhiteSpace(name))
        {
            throw new EmulatedSigningException("The name of the signer is missing.");
        }

        return name.Length <= RoundRules.MaxSignerNameLength
            ? name
            : throw new EmulatedSigningException($"The name of the signer is longer than {RoundRules.MaxSignerNameLength} characters.");
    }

    private static string DateOf(RoundRules rules, DateTimeOffset now)
    {
        try
        {
            return LocalTime.Of(now).ToString(rules.SignerDate ?? DefaultDate, CultureInfo.InvariantCulture);
        }
        catch (FormatException)
        {
            return LocalTime.Of(now).ToString(DefaultDate, CultureInfo.InvariantCulture);
        }
    }
}
