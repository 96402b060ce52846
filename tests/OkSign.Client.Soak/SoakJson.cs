using System.Text.Json.Serialization;

namespace OkSign.Client.Soak;

/// <summary>Where the emulator is.</summary>
internal sealed record EmulatorAddress(Uri BaseAddress, string Authorization, Uri OkDokumentBaseAddress, string OkDokumentApiKey);

/// <summary>What really happened on the service's side.</summary>
internal sealed record WhatHappened
{
    public required int Requests { get; init; }

    public required int Faults { get; init; }

    /// <summary>How often the document of each name was taken.</summary>
    public required IReadOnlyDictionary<string, int> Uploads { get; init; }

    /// <summary>How often the form descriptor of each document was taken.</summary>
    public required IReadOnlyDictionary<string, int> Descriptors { get; init; }

    /// <summary>How many invitations each signer got.</summary>
    public required IReadOnlyDictionary<string, int> Invitations { get; init; }

    /// <summary>The credits of OKdokument that were spent.</summary>
    public required int SpentSignatureRequests { get; init; }

    /// <summary>How many invitations each signer got from OKdokument.</summary>
    public required IReadOnlyDictionary<string, int> RoundInvitations { get; init; }

    public required int OpenConnections { get; init; }
}

[JsonSerializable(typeof(EmulatorAddress))]
[JsonSerializable(typeof(WhatHappened))]
internal sealed partial class SoakJson : JsonSerializerContext;
