from django.urls import path

from . import views

app_name = "studio"

urlpatterns = [
    path("", views.index, name="index"),
    path("d/<str:key>/", views.design, name="design"),
    path("d/<str:key>/<str:view>.svg", views.design_picture, name="design_picture"),
    path("<slug:slug>/", views.new, name="new"),
    path("<slug:slug>/change/", views.change, name="change"),
    path("<slug:slug>/<str:view>.svg", views.template_picture, name="template_picture"),
]
