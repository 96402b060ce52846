using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Documents;
using OkSign.Emulator.Http;
using OkSign.Emulator.State;

namespace OkSign.Emulator.Metadata;

/// <summary><c>Metadata.retrieve</c> in both versions, for signed documents only.</summary>
internal sealed class MetadataEndpoints(DocumentStore documents) : IOperationGroup
{
    public void Map(OperationRoutes routes)
    {
        routes.Map(new Operation("Metadata.retrieve (v1)", HttpMethods.Get, "v1/metadata/retrieve"), RetrieveVersion1);
        routes.Map(new Operation("Metadata.retrieve (v2)", HttpMethods.Get, "v2/metadata/retrieve"), RetrieveVersion2);

        // One source has this path; three have the one above.
        routes.Map(new Operation("Metadata.retrieve (v2)", HttpMethods.Get, "v1/metadata/retrieve/v2"), RetrieveVersion2);
    }

    private IResult RetrieveVersion1(HttpRequest request)
    {
        (StoredDocument document, SignedCopy copy) = documents.RequestedCopy(request);
        return Envelope.Ok(MetadataVersion1.Of(document, copy));
    }

    private IResult RetrieveVersion2(HttpRequest request)
    {
        (StoredDocument document, SignedCopy copy) = documents.RequestedCopy(request);
        return Envelope.Ok(MetadataVersion2.Of(document, copy));
    }
}
