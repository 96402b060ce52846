namespace OkSign.Emulator.Tests.TestData;

/// <summary>A signature request of OKdokument that was registered.</summary>
internal sealed record Registered(string Id, Uri Url, string DocumentId);
