namespace OkSign.Emulator.Bundles;

/// <summary>What holds documents together.</summary>
internal enum BundleKind
{
    Briefcase,
    SignExpress,
}
