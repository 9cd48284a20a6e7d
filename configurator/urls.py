from django.urls import path

from . import card_views, compare_views, design_views, views

app_name = "studio"

urlpatterns = [
    path("", views.index, name="index"),
    path("designs/", design_views.designs, name="designs"),
    path("d/<str:key>/", views.design, name="design"),
    path("d/<str:key>/compare/", compare_views.compare, name="compare"),
    path("d/<str:key>/name/", design_views.rename, name="rename"),
    path("d/<str:key>/copy/", design_views.copy, name="copy"),
    path("d/<str:key>/delete/", design_views.delete, name="delete"),
    path("d/<str:key>/share/", design_views.share, name="share"),
    path("d/<str:key>/stop-sharing/", design_views.stop_sharing, name="stop_sharing"),
    path("d/<str:key>/<str:view>.svg", design_views.design_picture, name="design_picture"),
    path("shared/<str:share_key>/", design_views.shared, name="shared"),
    path("shared/<str:share_key>/take/", design_views.take, name="take"),
    path(
        "shared/<str:share_key>/<str:view>.svg", design_views.shared_picture, name="shared_picture"
    ),
    path("shared/<str:key>/card.png", card_views.card, {"kind": "shared"}, name="shared_card"),
    path("pieces/<slug:key>/card.png", card_views.card, {"kind": "piece"}, name="piece_card"),
    path("<slug:key>/card.png", card_views.card, {"kind": "template"}, name="template_card"),
    path("<slug:slug>/", views.new, name="new"),
    path("<slug:slug>/change/", views.change, name="change"),
    path("<slug:slug>/worth/", views.worth, name="worth"),
    path("<slug:slug>/<slug:fabric>/<str:view>.svg", views.picture, name="picture"),
    path("<slug:slug>/<slug:fabric>/<str:view>/shape.svg", views.shape, name="shape"),
]
