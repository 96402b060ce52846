namespace OkSign.Client.Tests;

public class FormDescriptorJsonTests
{
    [Fact]
    public void Write_ValidDescriptor_HasTheServicesNames()
        => WireJson.AssertSame(
            """
            {
              "fields": [
                {
                  "inputtype": "CanvasSIG", "name": "SIG_ANNA", "signerid": "bt_00000000-0000-0000-0000-000000000001",
                  "pagenbr": 0, "posX": 100, "posY": 600, "width": 150, "height": 50, "signingoptions": { "itsme": {} }
                },
                { "inputtype": "Text", "name": "CITY", "signerid": "bt_00000000-0000-0000-0000-000000000002", "marker": "#CITY#" }
              ],
              "signersinfo": [
                { "id": "bt_00000000-0000-0000-0000-000000000001", "name": "Anna Example" },
                { "id": "bt_00000000-0000-0000-0000-000000000002", "name": "Bert Example" }
              ],
              "workflow": [
                { "id": "bt_00000000-0000-0000-0000-000000000001", "sequence": 1 },
                { "id": "bt_00000000-0000-0000-0000-000000000002", "sequence": 2 }
              ],
              "notifications": {
                "smtp": {
                  "to": ["bt_00000000-0000-0000-0000-000000000001", "bt_00000000-0000-0000-0000-000000000002"], "subject": "Please sign"
                },
                "sms": { "to": ["bt_00000000-0000-0000-0000-000000000001"], "subject": "Please sign" }
              }
            }
            """,
            WireJson.Write(SampleDescriptor.Valid, FormDescriptorsJson.Shared.FormDescriptor));

    [Fact]
    public void RoundTrip_EveryMember_IsKept()
        => WireJson.AssertSurvives(
            """
            {
              "filename": "Überlassung – 2026.pdf", "reusable": true,
              "fields": [
                {
                  "inputtype": "Select", "name": "CITY", "signerid": "bt_1", "pagenbr": 2, "posX": 1.5, "posY": 2, "width": 3, "height": 4,
                  "marker": "#M#", "required": true, "readonly": false, "value": "Gent", "checked": true,
                  "selectoptions": ["Gent", { "key": "a" }], "fnname": "BT.x<blur>()", "novel": 1
                }
              ],
              "signersinfo": [
                { "id": "bt_1", "name": "Anna", "email": "a@b.example", "mobile": "+32470000001", "actingas": "CEO", "url": "https://x.example/s" }
              ],
              "workflow": [{ "id": "bt_1", "sequence": 1 }],
              "notifications": {
                "smtp": {
                  "to": ["bt_1"], "subject": "s", "body": "<p>b</p>", "sender": "me", "cc": ["c@b.example"], "replyto": "r@b.example",
                  "attachments": ["t1"], "delay": 5, "repeat": 2, "reminder_days": 3, "language": "nl"
                },
                "sms": { "to": ["bt_1"], "subject": "s", "delay": 5, "repeat": 2, "reminder_days": 3, "language": "fr" }
              },
              "logo": "https://x.example/logo.png", "assignto": "a@b.example", "sendtomeonly": false, "sendtomeemail": "m@b.example", "novel": {}
            }
            """,
            FormDescriptorsJson.Shared.FormDescriptor);

    [Fact]
    public void Read_WorkflowMissing_IsNull() => Assert.Null(WireJson.Read("""{"fields":[]}""", FormDescriptorsJson.Shared.FormDescriptor).Workflow);

    [Fact]
    public void Read_ListsOfNull_AreEmpty()
    {
        FormDescriptor descriptor = WireJson.Read("""{"fields":null,"signersinfo":null}""", FormDescriptorsJson.Shared.FormDescriptor);

        Assert.Empty(descriptor.Fields);
        Assert.Empty(descriptor.Signers);
    }

    [Fact]
    public void Lists_SetToNull_AreEmpty()
    {
        Assert.Empty(new FormDescriptor { Fields = null!, Signers = null! }.Fields);
        Assert.Empty(new FormDescriptor { Fields = null!, Signers = null! }.Signers);
        Assert.Empty(new EmailNotification { To = null!, Subject = "s" }.To);
        Assert.Empty(new SmsNotification { To = null!, Text = "s" }.To);
        Assert.Empty(new MobileVerification().Numbers);
    }
}
