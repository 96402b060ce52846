namespace OkSign.Client.OkDokument;

/// <summary>All operations of OKdokument.</summary>
internal static class OkDokumentOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        RequestOperations.Create,
        RequestOperations.Upload,
        RequestOperations.Open,
        StorageOperations.Download,
        StorageOperations.Delete,
        StorageOperations.List,
        StorageOperations.RetrieveInfo,
        RequestOperations.Update,
        RequestOperations.Delete,
        UsageOperations.Retrieve,
        StorageOperations.Upload,
        RequestOperations.SetCallback,
    ];
}
