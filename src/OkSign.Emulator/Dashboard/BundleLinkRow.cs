namespace OkSign.Emulator.Dashboard;

/// <summary>A link of a briefcase or session.</summary>
/// <param name="Key">Tells it from the others.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Problem">Why it does not work any more; null when it does.</param>
/// <param name="Link">Where it leads.</param>
internal sealed record BundleLinkRow(string Key, string Name, string? Problem, Uri Link);
